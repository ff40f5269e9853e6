import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { type DbEngine, type DbInstance, interfacesOf, ok, recordOf } from "../../../engine";
import { modifyDbInstance } from "../../document/commands/db-instance";
import { pathlight, usePathlight } from "../../store/store";
import { LiveTextField } from "../fields/LiveTextField";
import { DeleteButton } from "../parts/DeleteButton";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { Section } from "../parts/Section";
import { placeFacts } from "./InstanceDetails";
import { InterfacePanel } from "./InterfacePanel";

const ENGINES: readonly Readonly<{ value: DbEngine; label: string }>[] = [
  { value: "postgres", label: "PostgreSQL" },
  { value: "mysql", label: "MySQL" },
  { value: "mariadb", label: "MariaDB" },
  { value: "sqlserver", label: "SQL Server" },
  { value: "oracle", label: "Oracle" },
];

/** An RDS database: its name and engine, and the groups of its one interface. */
export const DbInstanceDetails = ({ database }: Readonly<{ database: DbInstance }>) => {
  const { dbInstanceId, name } = database;
  const network = usePathlight(({ diagram }) => diagram.network);
  return (
    <>
      <Heading
        glyph="dbInstance"
        title={name || dbInstanceId}
        subtitle={`${dbInstanceId} · RDS database`}
        actions={<DeleteButton ids={[dbInstanceId]} />}
      />
      <Facts facts={placeFacts(network, dbInstanceId)} />
      <div className="pl-form pl-form--two">
        <LiveTextField
          label="Name"
          inForce={(diagram) => recordOf(diagram.network.dbInstances, dbInstanceId)?.name ?? ""}
          edit={(text) => ok(modifyDbInstance(dbInstanceId, { name: text }))}
          mergeKey={`${dbInstanceId} name`}
        />
        <FormField label="Engine" stretch>
          <Select
            options={ENGINES}
            selectedOption={ENGINES.find(({ value }) => value === database.engine) ?? null}
            onChange={({ detail }) => {
              const engine = ENGINES.find(({ value }) => value === detail.selectedOption.value)?.value;
              if (engine !== undefined)
                pathlight.getState().attempt(modifyDbInstance(dbInstanceId, { engine }));
            }}
            ariaLabel="Engine"
          />
        </FormField>
      </div>
      <Section title="Network interface" note="Managed by the service: only its groups can be changed.">
        {interfacesOf(network, dbInstanceId).map((each) => (
          <InterfacePanel key={each.networkInterfaceId} owned={each} />
        ))}
      </Section>
    </>
  );
};
