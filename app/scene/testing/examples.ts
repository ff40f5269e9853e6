/** The three examples as tests need them: what stands where and who reaches whom. */
import type { DesignSpec } from "./designs";

const ADMIN = { name: "Admin", cidr: "203.0.113.0/24" };
const WEB_GROUPS = ["web-server", "default"];

/** Two web servers, of which only the second wears `default`. */
export const webServer: DesignSpec = {
  name: "web-server",
  groups: ["default", "web-server"],
  internetAt: [0, 104],
  vpcAt: [320, 0],
  vpcSize: [720, 280],
  subnets: [
    {
      name: "public-a",
      public: true,
      at: [32, 56],
      size: [656, 192],
      cards: [
        { name: "web-1", groups: [["web-server"]], at: [56, 72] },
        { name: "web-2", groups: [WEB_GROUPS], at: [392, 72] },
      ],
    },
  ],
  pairs: [
    { from: "internet", to: "web-server", tcp: [80, 443] },
    { from: "internet", to: "web-server+default", tcp: [80, 443] },
    { from: "web-server", to: "web-server+default", tcp: [80, 443], thin: true },
    { from: "web-server+default", to: "web-server", tcp: [80, 443], thin: true },
    { from: "web-server", to: "internet", tcp: "all", thin: true },
    { from: "web-server+default", to: "internet", tcp: "all", thin: true },
  ],
};

/** Both web servers wear `default`, and a database admits them. */
export const databaseGroup: DesignSpec = {
  name: "database-group",
  groups: ["default", "web-server", "database-postgresql"],
  internetAt: [0, 104],
  vpcAt: [320, 0],
  vpcSize: [720, 560],
  subnets: [
    {
      name: "public-a",
      public: true,
      at: [32, 56],
      size: [656, 192],
      cards: [
        { name: "web-1", groups: [WEB_GROUPS], at: [56, 72] },
        { name: "web-2", groups: [WEB_GROUPS], at: [392, 72] },
      ],
    },
    {
      name: "private-a",
      at: [32, 336],
      size: [656, 192],
      cards: [{ name: "db-1", kind: "db", groups: [["database-postgresql"]], at: [224, 72] }],
    },
  ],
  pairs: [
    { from: "internet", to: "web-server+default", tcp: [80, 443] },
    { from: "web-server+default", to: "web-server+default", tcp: "all" },
    { from: "web-server+default", to: "database-postgresql", tcp: [5432] },
    { from: "database-postgresql", to: "web-server+default", tcp: [80, 443], thin: true },
    { from: "web-server+default", to: "internet", tcp: "all", thin: true },
  ],
};

const SSH = {
  traffic: [{ protocol: "tcp", ranges: [{ from: 22, to: 22 }], partial: false }],
  andAsInternet: true,
} as const;

/** web, app and database, and SSH to the public ones from the admin's range. */
export const threeTiers: DesignSpec = {
  name: "shop",
  groups: ["default", "web", "app", "database"],
  internetAt: [50, 104],
  ranges: [{ ...ADMIN, at: [0, 452] }],
  vpcAt: [400, 0],
  vpcSize: [720, 840],
  subnets: [
    {
      name: "public-a",
      public: true,
      at: [32, 56],
      size: [312, 192],
      cards: [{ name: "web-1", groups: [["web"]], at: [52, 72] }],
    },
    {
      name: "public-b",
      public: true,
      zone: "us-east-1b",
      at: [376, 56],
      size: [312, 192],
      cards: [{ name: "web-2", groups: [["web"]], at: [52, 72] }],
    },
    {
      name: "app",
      at: [32, 336],
      size: [656, 192],
      cards: [{ name: "app-1", groups: [["app"]], at: [224, 72] }],
    },
    {
      name: "data",
      at: [32, 616],
      size: [656, 192],
      cards: [{ name: "db-1", kind: "db", groups: [["database"]], at: [224, 72] }],
    },
  ],
  pairs: [
    { from: "internet", to: "web", tcp: [80, 443] },
    { from: "Admin", to: "web", tcp: [22, 80, 443], beyond: SSH },
    { from: "web", to: "app", tcp: [8080] },
    { from: "app", to: "database", tcp: [5432] },
    { from: "app", to: "web", tcp: [80, 443], thin: true },
    { from: "database", to: "web", tcp: [80, 443], thin: true },
    { from: "web", to: "web", tcp: [80, 443], thin: true },
    { from: "web", to: "internet", tcp: "all", thin: true },
  ],
};

/** Groups across subnets with others between them, two interfaces on one card, partial paths and both directions. */
export const scattered: DesignSpec = {
  name: "scattered",
  groups: ["default", "web", "app", "database", "ssh"],
  internetAt: [-300, 100],
  subnets: [
    {
      name: "public",
      public: true,
      at: [32, 56],
      size: [900, 200],
      cards: [
        { name: "web-1", groups: [["web", "ssh"]], at: [56, 72] },
        { name: "bastion", groups: [["ssh"]], at: [344, 72] },
        { name: "web-2", groups: [["web", "default"]], at: [632, 72] },
      ],
    },
    {
      name: "private",
      at: [32, 320],
      size: [900, 240],
      cards: [
        { name: "app-1", groups: [["app"], ["default", "ssh"]], at: [56, 72] },
        { name: "app-2", groups: [["app"]], at: [344, 72] },
        { name: "db-1", kind: "db", groups: [["database", "default"]], at: [632, 72] },
      ],
    },
  ],
  pairs: [
    { from: "internet", to: "web+ssh", tcp: [80, 443] },
    { from: "internet", to: "web+default", tcp: [80, 443] },
    { from: "internet", to: "ssh", tcp: [22], partial: "addresses" },
    { from: "ssh", to: "web+ssh", tcp: [22] },
    { from: "web+ssh", to: "app", tcp: [8080] },
    { from: "web+default", to: "app", tcp: [8080] },
    { from: "app", to: "app", tcp: [7000] },
    { from: "app", to: "database+default", tcp: [5432], partial: "pairs" },
    { from: "web+default", to: "database+default", tcp: "all" },
    { from: "database+default", to: "web+default", tcp: "all" },
    { from: "database+default", to: "internet", tcp: "all", thin: true },
  ],
};
