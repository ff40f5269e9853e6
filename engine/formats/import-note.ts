/**
 * What an import has to tell about a foreign file: things merged, left out, or taken for granted. Never fatal. All the
 * sentences are here.
 */
const SENTENCES = {
  wrongType: "{field} should be {expected}; it is left out.",
  badId: "{id} cannot be an id; the entry is left out.",
  badCidr: '"{text}" is no CIDR; the entry {outcome}.',
  badAddress: '"{text}" is no IPv{family} address; it is left out.',
  badPorts: "Ports {from} to {to} are no range from 0 to 65535; the rule {outcome}.",
  badIcmp: "ICMP type {from} with code {to} is none from 0 to 255; the rule {outcome}.",
  badProtocol: '"{text}" is no IP protocol; the rule {outcome}.',
  badTraffic: '{field} cannot be "{text}"; the rule {outcome}.',
  noFarEnd: "Nothing tells the far end here: no CIDR, prefix list or group id; the rule is left out.",
  noProtocol: "{field} is missing, so nothing tells what is meant; the rule {outcome}.",
  badRuleNumber: "{number} is no rule number from 1 to 32766; the entry is left out.",
  wideDeny:
    "Entry {number} denies something that cannot be read: it is taken to deny all that it may have meant.",
  missingField: "{field} is missing; the entry is left out.",
  listNotRead: "{list}: this list is not read.",
  incompleteList: "This output goes on: NextToken says that more pages are missing here.",
  duplicateId: "{id} is in the input more than once; what it says first counts.",
  idOfAnotherKind: "{id} is the id of something else already; the entry is left out.",
  sharedInterface: "{networkInterface} is an interface of {instance} already; another one is put for it.",
  duplicateRule: "{group} has the same rule twice; it counts once.",
  duplicateRoute: "This table has a route to the same destination already; the first one counts.",
  duplicateRuleNumber: "{networkAcl} has two {direction} entries {number}; the first one counts.",
  severalAssociations: "{subnet} is associated with more than one; {kept} counts.",
  severalMainTables: "{vpc} has more than one main route table; {kept} counts.",
  severalVpcs: "{gateway} is attached to more than one VPC; {kept} counts.",
  noDefaultGroup: "{vpc} has no default security group.",
  noGroups: "{networkInterface} wears no security group.",
  tooManyRules:
    "{group} has {count} {direction} rules for one address family; AWS's default quota is {quota}.",
  tooManyGroups: "{networkInterface} wears {count} security groups; AWS's default quota is {quota}.",
  impliedVpc: "{vpc} is not in the input; its CIDRs are taken to be {cidrs}, as what lies in it shows.",
  impliedVpcWithoutCidr: "{vpc} is not in the input, and nothing tells its CIDRs; {cidrs} is put for them.",
  impliedSubnet: "{subnet} is not in the input; its CIDR is taken to be {cidrs}, as its interfaces show.",
  impliedGroup: "{group} is not in the input; it is taken to have no rules and no other members.",
  impliedInstance: "{instance} is not in the input; it is taken to be running.",
  impliedPrefixList: "{prefixList} is not in the input; it is taken to have no entries.",
  impliedGateway: "{gateway} is not in the input; it is taken to be attached to {vpc}.",
  impliedNatGateway: "{natGateway} is not in the input; it is taken from its network interface.",
  impliedInterface: "{instance} tells no network interface; one is made from its address and groups.",
  impliedVpcEndpoint: "{vpcEndpoint} is not in the input; it is taken from its network interface.",
  noPeeringStatus: "{peering} does not tell its status; it is taken to be active.",
  badPeeringStatus: '{peering} has the status "{text}", which is none; it is taken to carry nothing.',
  impliedTransitGateway: "{transitGateway} is not in the input; it is taken from its attachments.",
  impliedTransitRouteTable:
    "{transitGateway} has no route table here; all its attachments are taken to be associated with and propagated to one.",
  prefixListWithoutEntries: "The entries of {prefixList} are not in the input; nothing matches it.",
  entriesWithoutPrefixList: "These entries do not say of which prefix list they are; they are left out.",
  detailsWithoutTable: "This does not say of which transit gateway route table it is; it is left out.",
  terminatedInstance: "{instance} is terminated; it is left out.",
  noInterface: "{name} has no network interface in the input; it is left out.",
  unknownTarget:
    "{target}, a target of {targetGroup}, is not in the input; nothing is known of packets to it.",
  noAddress: "{networkInterface} has no address; it is left out.",
  addressPrefix: "The prefix {prefix} that is delegated to an interface is not modelled.",
  noParent: "{id} names no {parent} that can be drawn; it is left out.",
  ipv6OnlySubnet: "{subnet} has no IPv4 CIDR, which is not modelled; it is left out.",
  notModelled: "{name} ({kind}) is not modelled; it is left out.",
  edgeAssociation: "{routeTable} also routes what comes in by {gateway}, which is not modelled.",
  unmodelledTarget: "{destination} leads to {target}, which is not modelled; such paths are not judged.",
  targetNotInInput: "{destination} leads to {target}, which is not in the input; such paths are not judged.",
  transitRouteToUnmodelled: "{cidr} leads to {target}, which is not modelled; it is taken for a blackhole.",
  rulesWithoutGroup: "{group} is not in the input; its rules are left out.",
  guessedDatabase: "Nothing tells which database {networkInterface} belongs to; {name} is put for it.",
  unknownEngine: '{name} has the engine "{engine}", which is not modelled; postgres is put for it.',
  more: "There is more of this: {count} notes.",
} as const;

export type ImportNoteCode = keyof typeof SENTENCES;

/** `path` leads into the JSON: `Vpcs[2].CidrBlock`; behind the number of the file (`[1].Vpcs[2]`) where there are several. */
export type ImportNote = Readonly<{ code: ImportNoteCode; path: string; message: string }>;

/** Why a file cannot be imported at all. */
export type FormatError = Readonly<{
  code: "notAnObject" | "noKnownList" | "tooLarge";
  path: string;
  message: string;
}>;

type Facts = Readonly<Record<string, string | number>>;

/** A foreign text in a sentence is cut to this length. */
const MOST_SHOWN = 80;

const shown = (fact: string | number | undefined): string => {
  const text = String(fact ?? "");
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
};

export type Notes = Readonly<{
  add(code: ImportNoteCode, path: string, facts?: Facts): void;
  all(): readonly ImportNote[];
}>;

/** A file that is wrong all through would give more notes than anybody reads. */
const MOST_NOTES = 10_000;

function noteOf(code: ImportNoteCode, path: string, facts: Facts): ImportNote {
  const message = SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) =>
    shown(Object.hasOwn(facts, name) ? facts[name] : undefined),
  );
  return { code, path, message };
}

/** Collects notes in the order in which things are met. What is read twice is told once. */
export function createNotes(): Notes {
  const notes: ImportNote[] = [];
  const told = new Set<string>();
  let count = 0;
  return {
    add: (code, path, facts = {}) => {
      if (notes.length === MOST_NOTES) {
        count += 1;
        return;
      }
      const note = noteOf(code, path, facts);
      const key = `${code} ${path} ${note.message}`;
      if (!told.has(key)) notes.push(note);
      told.add(key);
    },
    all: () => (count === 0 ? notes : [...notes, noteOf("more", "", { count })]),
  };
}
