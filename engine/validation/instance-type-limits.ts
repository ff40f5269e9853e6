/** Interfaces an instance type takes, and IPv4 (as well as IPv6) addresses on each of them. */
export type InstanceTypeLimits = Readonly<{ networkInterfaces: number; addressesPerInterface: number }>;

type Row = readonly [
  families: string,
  sizes: string,
  networkInterfaces: number,
  addressesPerInterface: number,
];

/** EC2 User Guide, "Elastic network interfaces", table of IP addresses per interface. */
const ROWS: readonly Row[] = [
  ["t2 t3 t3a t4g", "nano micro", 2, 2],
  ["t2 t3 t4g", "small", 3, 4],
  ["t2 t3 t4g", "medium", 3, 6],
  ["t2 t3", "large", 3, 12],
  ["t3", "xlarge 2xlarge", 4, 15],
  ["m5 m6i c5 c6i r5", "large", 3, 10],
  ["m5 c5 r5", "xlarge 2xlarge", 4, 15],
  ["m5 m6i c5", "4xlarge", 8, 30],
  ["m7g", "medium", 2, 4],
  ["m5", "24xlarge", 15, 50],
  ["c5n", "18xlarge", 15, 50],
];

const LIMITS: ReadonlyMap<string, InstanceTypeLimits> = new Map(
  ROWS.flatMap(([families, sizes, networkInterfaces, addressesPerInterface]) =>
    families
      .split(" ")
      .flatMap((family) =>
        sizes
          .split(" ")
          .map((size) => [`${family}.${size}`, { networkInterfaces, addressesPerInterface }] as const),
      ),
  ),
);

/** Types with known limits, small ones first: what a form offers. */
export const INSTANCE_TYPES: readonly string[] = [...LIMITS.keys()];

/** Null for a type that is not in the table: no limit is checked then. */
export const limitsOf = (instanceType: string): InstanceTypeLimits | null => LIMITS.get(instanceType) ?? null;
