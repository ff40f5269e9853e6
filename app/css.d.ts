import "react";

declare module "react" {
  interface CSSProperties {
    /** The colour of a security group, for its chip, tag and hull. */
    "--chip"?: string;
  }
}
