import { lazy, Suspense } from "react";
import { Disclosure } from "./Disclosure";

const DesignEntries = lazy(() =>
  import("./DesignEntries").then((module) => ({ default: module.DesignEntries })),
);

/** New, open, save, and the examples. */
export const DesignMenu = () => (
  <Disclosure label="Design">
    {(close) => (
      <Suspense fallback={null}>
        <DesignEntries close={close} />
      </Suspense>
    )}
  </Disclosure>
);
