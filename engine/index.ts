/** The one door: what app/ may use of the engine. */
export * from "./analysis/answer";
export * from "./model/db-instance";
export * from "./model/id";
export * from "./model/instance";
export * from "./model/ip-range";
export * from "./model/network";
export * from "./model/network-interface";
export * from "./model/prefix-list";
export * from "./model/security-group";
export * from "./model/subnet";
export * from "./model/vpc";
export * from "./net/cidr";
export * from "./result";
export * from "./validation/ec2-error-code";
export * from "./validation/refusal";
export * from "./worker-api";
