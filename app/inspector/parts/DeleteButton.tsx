import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import { useState } from "react";
import { deleteElements, deletionOf } from "../../document/commands/delete";
import { nameOf } from "../../document/find";
import { pathlight, usePathlight } from "../../store/store";

const LISTED = 12;

/** Deletes what is named; asks first where more goes with it, and says what. */
export const DeleteButton = ({ ids }: Readonly<{ ids: readonly string[] }>) => {
  const [asking, setAsking] = useState(false);
  const network = usePathlight(({ diagram }) => diagram.network);
  const remove = (): void => {
    setAsking(false);
    pathlight.getState().attempt(deleteElements(ids));
  };
  return (
    <>
      <Button
        iconName="remove"
        onClick={() => (deletionOf(network, ids).count > 0 ? setAsking(true) : remove())}
      >
        Delete
      </Button>
      {asking ? <Question ids={ids} onYes={remove} onNo={() => setAsking(false)} /> : null}
    </>
  );
};

type QuestionProps = Readonly<{ ids: readonly string[]; onYes(): void; onNo(): void }>;

const Question = ({ ids, onYes, onNo }: QuestionProps) => {
  const network = usePathlight(({ diagram }) => diagram.network);
  const deletion = deletionOf(network, ids);
  const others = [...deletion.ids].filter((id) => !ids.includes(id));
  // An interface is often called like what it is attached to: each name once.
  const names = [...new Set(others.map((id) => nameOf(network, id)))];
  const more = names.length - LISTED;
  return (
    <Modal
      visible
      header={`${deletion.label}?`}
      closeAriaLabel="Keep everything"
      onDismiss={onNo}
      footer={
        <div className="pl-modal__actions">
          <Button variant="link" onClick={onNo}>
            Cancel
          </Button>
          <Button variant="primary" onClick={onYes}>
            Delete
          </Button>
        </div>
      }
    >
      <p>
        Also goes: {names.slice(0, LISTED).join(", ")}
        {more > 0 ? ` and ${more} more` : ""}. Undo brings everything back.
      </p>
    </Modal>
  );
};
