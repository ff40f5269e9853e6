import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useMemo } from "react";
import type { Answer, Network } from "../../../engine";
import type { TestForm } from "../../store/state";
import { pathlight } from "../../store/store";
import type { FormReading } from "../../store/test-question";
import { EndField } from "./EndField";
import { endOptions } from "./end-options";
import { PacketFields } from "./PacketFields";
import { CUSTOM, TEST_SERVICES, withService } from "./test-services";
import { VerdictLine } from "./VerdictLine";

type Props = Readonly<{
  network: Network;
  form: TestForm;
  reading: FormReading;
  answer: Answer | null;
}>;

const put = (form: Partial<TestForm>): void => pathlight.getState().setTestForm(form);

const SERVICES = [...TEST_SERVICES, CUSTOM].map(({ id, label }) => ({ value: id, label }));

const SWAP = (
  <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true">
    <path d="M2 5h11M10 2l3 3-3 3M14 11H3M6 8l-3 3 3 3" />
  </svg>
);

/** The question in a row of fields, with the verdict at its end. */
export const TestFields = ({ network, form, reading, answer }: Props) => {
  const options = useMemo(() => endOptions(network), [network]);
  const faultOf = (field: keyof TestForm): string =>
    (reading.kind === "wrong" && reading.faults[field]) || "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is for finding things; this is a group of fields
    <div className="pl-test__fields" role="group" aria-label="Test a path">
      <EndField
        label="Source"
        end={form.from}
        options={options}
        fault={faultOf("from")}
        onChange={(from) => put({ from })}
      />
      <div className="pl-test__swap">
        <Button
          variant="icon"
          iconSvg={SWAP}
          ariaLabel="Swap source and destination"
          onClick={() => put({ from: form.to, to: form.from })}
        />
      </div>
      <EndField
        label="Destination"
        end={form.to}
        options={options}
        fault={faultOf("to")}
        onChange={(to) => put({ to })}
      />
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
      <PacketFields form={form} faultOf={faultOf} onChange={put} />
      <VerdictLine network={network} answer={answer} />
    </div>
  );
};
