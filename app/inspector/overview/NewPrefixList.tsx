import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import Select from "@cloudscape-design/components/select";
import { useRef, useState } from "react";
import type { PrefixList } from "../../../engine";
import { createManagedPrefixList } from "../../document/commands/prefix-list";
import { newId } from "../../document/new-id";
import { refusalText } from "../../document/refusal-sentences";
import { pathlight } from "../../store/store";
import { useFirstFocus } from "../fields/use-first-focus";

type Family = PrefixList["addressFamily"];

const FAMILIES: readonly Readonly<{ value: Family }>[] = [{ value: "IPv4" }, { value: "IPv6" }];
const MAX_ENTRIES = 10;

/** A list starts empty; its entries are added in its details. The owner is the account of the design, which has no number. */
const emptyList = (prefixListName: string, addressFamily: Family): PrefixList => ({
  prefixListId: newId("prefixList"),
  prefixListName,
  addressFamily,
  maxEntries: MAX_ENTRIES,
  ownerId: "",
  entries: [],
});

/** The button that makes a prefix list, and its form. */
export const NewPrefixList = () => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="inline-link" onClick={() => setOpen(true)}>
        Create prefix list
      </Button>
      {open ? <Form onDone={() => setOpen(false)} /> : null}
    </>
  );
};

const Form = ({ onDone }: Readonly<{ onDone(): void }>) => {
  const first = useRef<InputProps.Ref>(null);
  useFirstFocus(first);
  const [name, setName] = useState("");
  const [family, setFamily] = useState<Family>("IPv4");
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const create = (): void => {
    const list = emptyList(name, family);
    const result = pathlight.getState().dispatch(createManagedPrefixList(list));
    setRefused(result.ok ? undefined : refusalText(result.error));
    if (!result.ok) return;
    pathlight.getState().selectElements(list.prefixListId);
    onDone();
  };
  return (
    <Modal
      visible
      header="Create prefix list"
      closeAriaLabel="Close"
      onDismiss={onDone}
      footer={
        <div className="pl-modal__actions">
          <Button variant="link" onClick={onDone}>
            Cancel
          </Button>
          <Button variant="primary" onClick={create} disabled={name.trim() === ""}>
            Create prefix list
          </Button>
        </div>
      }
    >
      <div className="pl-form">
        <FormField label="Prefix list name" errorText={refused} stretch>
          <Input
            value={name}
            ref={first}
            onChange={({ detail }) => setName(detail.value)}
            onKeyDown={({ detail }) => detail.key === "Enter" && create()}
          />
        </FormField>
        <FormField label="Address family" constraintText="Cannot be changed later." stretch>
          <Select
            options={FAMILIES}
            selectedOption={{ value: family }}
            onChange={({ detail }) => setFamily(detail.selectedOption.value === "IPv6" ? "IPv6" : "IPv4")}
          />
        </FormField>
      </div>
    </Modal>
  );
};
