/** The designs that come with Pathlight, in the order of the menu. */
export const EXAMPLES = [
  {
    name: "three-tiers",
    title: "Three tiers",
    about: "Web, app and database, each admitting only the one before it",
  },
  {
    name: "two-vpcs",
    title: "Two VPCs",
    about: "A peering with routes on both sides, and a network ACL that lets replies out",
  },
  { name: "web-server", title: "Web server", about: "Two servers; the default group on only one of them" },
  { name: "database-group", title: "Database group", about: "A group as the source of another group's rule" },
] as const;

export type ExampleName = (typeof EXAMPLES)[number]["name"];
