import { useEffect } from "react";
import { usePathlight } from "../store/store";

const DARK = "(prefers-color-scheme: dark)";

/** Puts the chosen theme, or the system's, on the page. */
export const useTheme = (): void => {
  const theme = usePathlight((state) => state.preferences.theme);
  useEffect(() => {
    const system = matchMedia(DARK);
    const apply = () => {
      const dark = theme === "dark" || (theme === "system" && system.matches);
      document.documentElement.dataset.theme = dark ? "dark" : "light";
    };
    apply();
    system.addEventListener("change", apply);
    return () => system.removeEventListener("change", apply);
  }, [theme]);
};
