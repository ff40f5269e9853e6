import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { EngineContext } from "./analysis/engine-context";
import { startAnalysis } from "./analysis/start-analysis";
import { acceptDroppedFiles } from "./file/accept-dropped-files";
import { startAutosave } from "./file/autosave";
import { openLastDesign } from "./file/open-last-design";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import "./ui/fonts.css";
import "./ui/theme.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

const engine = startAnalysis();
const opened = openLastDesign();
opened.finally(startAutosave);
acceptDroppedFiles();

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <EngineContext value={engine}>
        <App />
      </EngineContext>
    </ErrorBoundary>
  </StrictMode>,
);
