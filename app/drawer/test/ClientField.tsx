import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";

/** The ports are those that replies go to. */
const ANY = { value: "", label: "Any client", description: "Ports 1024–65535" };

const CLIENTS = [
  ANY,
  { value: "linux", label: "Linux", description: "Ports 32768–61000" },
  { value: "windows", label: "Windows", description: "Server 2008, Windows 10 and later: ports 49152–65535" },
  { value: "windows2003", label: "Windows 2003", description: "Server 2003 and before: ports 1025–5000" },
];

type Props = Readonly<{ client: string; onChange(client: string): void }>;

/** What kind of client asks: network ACLs see the ports of its replies. */
export const ClientField = ({ client, onChange }: Props) => (
  <div className="pl-test__client">
    <FormField label="Client">
      <Select
        selectedOption={CLIENTS.find(({ value }) => value === client) ?? ANY}
        options={CLIENTS}
        expandToViewport
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? "")}
      />
    </FormField>
  </div>
);
