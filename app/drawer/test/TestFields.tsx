import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import type { TestForm } from "../../store/state";
import { pathlight } from "../../store/store";
import type { FormReading } from "../../store/test-question";
import { EndField } from "./EndField";
import type { EndOptionGroup } from "./end-options";
import type { EndName, FieldNote } from "./field-notes";
import { PacketFields } from "./PacketFields";
import { CUSTOM, TEST_SERVICES, withService } from "./test-services";

type Props = Readonly<{
  form: TestForm;
  reading: FormReading;
  options: readonly EndOptionGroup[];
  notes: readonly FieldNote[];
  onTyping(end: EndName | null): void;
}>;

const put = (form: Partial<TestForm>): void => pathlight.getState().setTestForm(form);

const SERVICES = [...TEST_SERVICES, CUSTOM].map(({ id, label }) => ({ value: id, label }));

const SWAP = (
  <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
    <path d="M2 5h11M10 2l3 3-3 3M14 11H3M6 8l-3 3 3 3" />
  </svg>
);

/** The question in a row of fields. */
export const TestFields = ({ form, reading, options, notes, onTyping }: Props) => {
  const isWrong = (field: keyof TestForm): boolean =>
    notes.some((note) => note.field === field && note.isFault);
  const endProps = (field: EndName) => ({
    name: field,
    end: form[field],
    options,
    isWrong: isWrong(field),
    isEnd: reading.kind !== "wrong" || reading.faults[field] === undefined,
    onTyping: (isTyping: boolean) => onTyping(isTyping ? field : null),
    onChange: (end: string) => put({ [field]: end }),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is for finding things; this is a group of fields
    <div className="pl-test__fields" role="group" aria-label="Test a path">
      <EndField label="Source" {...endProps("from")} />
      <div className="pl-test__swap">
        <Button
          variant="icon"
          iconSvg={SWAP}
          ariaLabel="Swap source and destination"
          onClick={() => put({ from: form.to, to: form.from })}
        />
      </div>
      <EndField label="Destination" {...endProps("to")} />
      <div className="pl-test__service">
        <FormField label="Service">
          <Select
            selectedOption={SERVICES.find(({ value }) => value === form.type) ?? null}
            options={SERVICES}
            expandToViewport
            onChange={({ detail }) => put(withService(form, detail.selectedOption.value ?? CUSTOM.id))}
          />
        </FormField>
      </div>
      <PacketFields form={form} isWrong={isWrong} onChange={put} />
    </div>
  );
};
