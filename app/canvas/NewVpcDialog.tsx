import { useEffect, useRef, useState } from "react";
import { FIRST_SHAPE, previewOf } from "./new-vpc";
import type { NewVpcAnswer } from "./new-vpc-question";
import { VpcShapeFields } from "./VpcShapeFields";
import "../ui/dialog.css";
import "./new-vpc.css";

type Props = Readonly<{ onAnswer(answer: NewVpcAnswer | null): void }>;

/** What a new VPC is made with: nothing (Enter), or subnets and gateways as AWS's wizard makes them. */
export const NewVpcDialog = ({ onAnswer }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPlain, setPlain] = useState(true);
  const [shape, setShape] = useState(FIRST_SHAPE);
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
          done({ shape: isPlain ? null : shape });
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
          <button type="submit" className="pl-button pl-button--primary">
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
