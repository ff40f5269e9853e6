import {
  type Network,
  ok,
  type Refusal,
  type RefusalReason,
  type Result,
  type TableName,
} from "../../../engine";
import { type Command, networkCommand } from "../command";
import { findRecord, type RecordIn, withRecord } from "../records";

/** Commands that change one record of a table and nothing else; `missing` says that there is no such record. */
export const recordCommandOf =
  <T extends TableName>(table: T, missing: RefusalReason) =>
  (
    id: string,
    label: (network: Network) => string,
    change: (record: RecordIn<T>, network: Network) => Result<RecordIn<T>, Refusal>,
    mergeKey?: string,
  ): Command =>
    networkCommand(
      label,
      (network) => {
        const before = findRecord(network, table, id, missing);
        const after = before.ok ? change(before.value, network) : before;
        return after.ok ? ok(withRecord(network, table, id, after.value)) : after;
      },
      mergeKey,
    );
