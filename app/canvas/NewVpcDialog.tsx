import { useEffect, useRef, useState } from "react";
import { refusalText } from "../document/refusal-sentences";
import { pathlight } from "../store/store";
import { NewVpcNames } from "./NewVpcNames";
import { FIRST_SHAPE, previewOf, type VpcShape } from "./new-vpc";
import { proposedVpc, vpcCommand } from "./new-vpc-command";
import type { NamedVpc, NewVpcAnswer } from "./new-vpc-question";
import { VpcShapeFields } from "./VpcShapeFields";
import "../ui/dialog.css";
import "./new-vpc.css";

type Props = Readonly<{ onAnswer(answer: NewVpcAnswer | null): void }>;

const ANYWHERE = { x: 0, y: 0 };

/** Why it would be refused, as EC2 says it; null where it would be made. The design does not change meanwhile. */
const faultOf = (named: NamedVpc, shape: VpcShape | null): string | null => {
  const { diagram } = pathlight.getState();
  const made = vpcCommand(diagram.network, named, shape, () => ANYWHERE);
  if (!made.ok) return made.error;
  const result = made.value.command.run(diagram);
  return result.ok ? null : refusalText(result.error);
};

/** What a new VPC is made with: nothing (Enter), or subnets and gateways as AWS's wizard makes them. */
export const NewVpcDialog = ({ onAnswer }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPlain, setPlain] = useState(true);
  const [shape, setShape] = useState(FIRST_SHAPE);
  const [typed, setNamed] = useState(() => proposedVpc(pathlight.getState().diagram.network));
  const named = { name: typed.name.trim(), cidrBlock: typed.cidrBlock.trim() };
  const chosen = isPlain ? null : shape;
  const fault = faultOf(named, chosen);
  useEffect(() => dialog.current?.showModal(), []);
  // Closing first gives the focus back to the palette.
  const done = (answer: NewVpcAnswer | null) => {
    dialog.current?.close();
    onAnswer(answer);
  };
  return (
    <dialog
      ref={dialog}
      className="pl-dialog"
      aria-labelledby="pl-new-vpc"
      onCancel={() => done(null)}
      // The page's own keys (Delete, Escape) mean the design, which is not at hand here.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fault === null) done({ shape: chosen, named });
        }}
      >
        <h2 id="pl-new-vpc">New VPC</h2>
        <fieldset className="pl-new-vpc__kinds">
          <legend className="pl-visually-hidden">What to create</legend>
          <Kind title="Plain" text="The VPC only" checked={isPlain} onChoose={() => setPlain(true)} />
          <Kind
            title="With public and private subnets"
            text="As “VPC and more” in the console"
            checked={!isPlain}
            onChoose={() => setPlain(false)}
          />
        </fieldset>
        <NewVpcNames named={typed} fault={fault} onChange={setNamed} />
        {!isPlain && <VpcShapeFields shape={shape} onChange={setShape} />}
        <p className="pl-new-vpc__preview" aria-live="polite">
          Creates the VPC with its main route table, network ACL and default security group
          {!isPlain && (
            <>
              , and <b>{previewOf(shape)}</b>
            </>
          )}
          .
        </p>
        <div className="pl-dialog__actions">
          <button type="button" className="pl-button" onClick={() => done(null)}>
            Cancel
          </button>
          <button type="submit" className="pl-button pl-button--primary" disabled={fault !== null}>
            Create VPC
          </button>
        </div>
      </form>
    </dialog>
  );
};

type KindProps = Readonly<{ title: string; text: string; checked: boolean; onChoose(): void }>;

const Kind = ({ title, text, checked, onChoose }: KindProps) => (
  <label className="pl-new-vpc__kind">
    <input type="radio" name="kind" checked={checked} onChange={onChoose} />
    <span>
      <b>{title}</b>
      <small>{text}</small>
    </span>
  </label>
);
