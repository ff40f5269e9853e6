import Input from "@cloudscape-design/components/input";
import { useId, useState } from "react";
import { pathlight } from "../../store/store";
import { readOwnAddress } from "../rules/remote-fields";
import { COMPACT } from "./compact";

type Props = Readonly<{
  label: string;
  value?: string;
  onStated(myIp: string): void;
  /** After Enter, where the field goes away: time to put the focus elsewhere. */
  onEntered?(): void;
}>;

/**
 * Asks which address "My IP" stands for: there is no server that could see it. Taken on Enter or on leaving the field, since
 * half an address is often an address too.
 */
export const MyIpField = ({ label, value = "", onStated, onEntered }: Props) => {
  const [text, setText] = useState(value);
  const [fault, setFault] = useState<string | null>(null);
  const faultId = useId();
  const take = (): boolean => {
    const read = readOwnAddress(text);
    setFault(read.ok || text === "" ? null : read.error.text);
    if (!read.ok || read.value === value) return false;
    pathlight.getState().setPreferences({ myIp: read.value });
    onStated(read.value);
    return true;
  };
  return (
    <div>
      <Input
        value={text}
        onChange={({ detail }) => setText(detail.value)}
        onBlur={take}
        onKeyDown={({ detail }) => detail.key === "Enter" && take() && onEntered?.()}
        placeholder="Your address"
        ariaLabel={label}
        invalid={fault !== null}
        style={COMPACT}
        {...(fault === null ? {} : { ariaDescribedby: faultId })}
      />
      {fault === null ? null : (
        <p id={faultId} className="pl-fault">
          {fault}.
        </p>
      )}
    </div>
  );
};
