import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { fail, ok, type PrefixList, type PrefixListEntry, type Result, recordOf } from "../../../engine";
import type { Command } from "../../document/command";
import { deleteManagedPrefixList, modifyManagedPrefixList } from "../../document/commands/prefix-list";
import { pathlight } from "../../store/store";
import { LiveTextField } from "../fields/LiveTextField";
import { Facts } from "../parts/Facts";
import { Heading } from "../parts/Heading";
import { isOfAws } from "../parts/prefix-list-size";
import { Section } from "../parts/Section";
import { readCidrText } from "../rules/cidr-fault";

type Props = Readonly<{ list: PrefixList }>;

/** A managed prefix list. Those of AWS are only shown. */
export const PrefixListDetails = ({ list }: Props) => {
  const { prefixListId, prefixListName } = list;
  const remove = () => pathlight.getState().attempt(deleteManagedPrefixList(prefixListId));
  const isOurs = !isOfAws(list);
  return (
    <>
      <Heading
        glyph="ipRange"
        title={prefixListName || prefixListId}
        subtitle={`${prefixListId} · ${isOurs ? "" : "AWS-managed "}prefix list`}
        actions={
          isOurs ? (
            <Button iconName="remove" onClick={remove}>
              Delete
            </Button>
          ) : undefined
        }
      />
      <Facts
        facts={[
          ["Address family", list.addressFamily],
          ["Entries", isOurs ? `${list.entries.length} of ${list.maxEntries}` : list.entries.length],
          ["A rule that names it", `counts as ${list.maxEntries}`],
        ]}
      />
      {isOurs ? <ListFields list={list} /> : <EntriesShown list={list} />}
    </>
  );
};

const EntriesShown = ({ list }: Props) => (
  <Section title="Entries">
    <ul className="pl-list">
      {list.entries.map(({ cidr, description }) => (
        <li key={cidr}>
          {cidr} <span className="pl-list__aside">{description}</span>
        </li>
      ))}
    </ul>
  </Section>
);

const ListFields = ({ list }: Props) => {
  const { prefixListId } = list;
  const maxEntries = (text: string): Result<Command, string> =>
    /^\d+$/.test(text)
      ? ok(modifyManagedPrefixList(prefixListId, { maxEntries: Number(text) }))
      : fail("Enter a whole number");
  return (
    <>
      <div className="pl-form pl-form--two">
        <LiveTextField
          label="Name"
          inForce={({ network }) => recordOf(network.prefixLists, prefixListId)?.prefixListName ?? ""}
          edit={(text) => ok(modifyManagedPrefixList(prefixListId, { prefixListName: text }))}
          mergeKey={`${prefixListId} name`}
        />
        <LiveTextField
          label="Max entries"
          inForce={({ network }) => `${recordOf(network.prefixLists, prefixListId)?.maxEntries ?? ""}`}
          edit={maxEntries}
          mergeKey={`${prefixListId} max`}
        />
      </div>
      <Section title="Entries">
        <Entries list={list} />
      </Section>
    </>
  );
};

const EMPTY: PrefixListEntry = { cidr: "", description: "" };

const Entries = ({ list: { prefixListId, entries } }: Props) => {
  const [addedAt, setAddedAt] = useState<number | null>(null);
  const rows = addedAt === entries.length ? [...entries, EMPTY] : entries;
  const put = (index: number, entry: PrefixListEntry): Command =>
    modifyManagedPrefixList(prefixListId, {
      entries: rows.map((each, at) => (at === index ? entry : each)),
    });
  const remove = (index: number): void => {
    setAddedAt(null);
    if (index >= entries.length) return;
    const left = entries.filter((_, at) => at !== index);
    pathlight.getState().attempt(modifyManagedPrefixList(prefixListId, { entries: left }));
  };
  return (
    <div className="pl-lines">
      {rows.map((entry, index) => (
        <div className="pl-line" key={`${prefixListId} ${index}`}>
          <LiveTextField
            label={`CIDR of entry ${index + 1}`}
            labelSeen={false}
            inForce={({ network }) => recordOf(network.prefixLists, prefixListId)?.entries[index]?.cidr ?? ""}
            edit={(text) => {
              const cidr = readCidrText(text);
              return cidr.ok ? ok(put(index, { ...entry, cidr: cidr.value })) : fail(cidr.error.text);
            }}
            mergeKey={`${prefixListId} cidr ${index}`}
            placeholder="192.0.2.0/24"
          />
          {index < entries.length ? (
            <LiveTextField
              label={`Description of entry ${index + 1}`}
              labelSeen={false}
              inForce={({ network }) =>
                recordOf(network.prefixLists, prefixListId)?.entries[index]?.description ?? ""
              }
              edit={(description) => ok(put(index, { ...entry, description }))}
              mergeKey={`${prefixListId} description ${index}`}
              placeholder="Description"
            />
          ) : null}
          <Button
            variant="icon"
            iconName="close"
            ariaLabel={`Remove entry ${index + 1}`}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button
        iconName="add-plus"
        onClick={() => setAddedAt(entries.length)}
        disabled={rows.length > entries.length}
      >
        Add entry
      </Button>
    </div>
  );
};
