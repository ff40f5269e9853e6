import { applyDensity, applyMode, Density, Mode } from "@cloudscape-design/global-styles";
import { useEffect } from "react";

/** Cloudscape's components take on what the page shows: its theme stands in `data-theme` of the root. Density is compact. */
export const useCloudscapeMode = (): void => {
  useEffect(() => {
    const root = document.documentElement;
    const follow = (): void => applyMode(root.dataset.theme === "dark" ? Mode.Dark : Mode.Light);
    applyDensity(Density.Compact);
    follow();
    const observer = new MutationObserver(follow);
    observer.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
    return () => observer.disconnect();
  }, []);
};
