import Alert from "@cloudscape-design/components/alert";
import type { Direction, NetworkAcl } from "../../../engine";
import { aclHints, effectSentence, replySentence } from "./acl-sentences";

type Props = Readonly<{ acl: NetworkAcl; direction: Direction }>;

/** What the entries below do in effect, and what is worth a look. */
export const AclEffects = ({ acl, direction }: Props) => {
  const hints = aclHints(acl, direction);
  return (
    <div className="pl-effects">
      <p>
        {effectSentence(acl, direction)} {replySentence(acl, direction)}
      </p>
      {hints.length === 0 ? null : (
        <Alert type="warning" header="Worth a look">
          <ul className="pl-hints">
            {hints.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
};
