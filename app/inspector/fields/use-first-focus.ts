import { type RefObject, useEffect } from "react";

/** Puts the focus on a dialog's first field. Cloudscape's Modal first gives it to its close button, so this waits a frame. */
export const useFirstFocus = (field: RefObject<Readonly<{ focus(): void }> | null>): void => {
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [field]);
};
