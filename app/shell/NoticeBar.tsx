import { CircleAlert, Info, X } from "lucide-react";
import { useEffect } from "react";
import type { Notice } from "../store/state";
import { pathlight, usePathlight } from "../store/store";
import { PassingLine } from "./PassingLine";

/** Long enough to read a refusal twice. What went wrong otherwise, such as with a file, stays until dismissed. */
const SHOWN_FOR: Readonly<Record<Notice["tone"], number | null>> = {
  info: 5_000,
  refusal: 14_000,
  error: null,
};

/** Something said in passing: a refusal with its reason, or that something was done. */
export const NoticeBar = () => {
  const notice = usePathlight((state) => state.notice);
  const { dismissNotice } = pathlight.getState();
  const isRefusal = notice?.tone === "refusal";
  // Whoever goes on editing has read it.
  useEffect(() => {
    if (!isRefusal) return;
    return pathlight.subscribe((state, previous) => {
      if (state.diagram !== previous.diagram) dismissNotice();
    });
  }, [isRefusal, dismissNotice]);
  const Glyph = notice?.tone === "info" ? Info : CircleAlert;
  return (
    <div className="pl-notice-place" role={notice === null || notice.tone === "info" ? "status" : "alert"}>
      {notice && (
        <PassingLine
          className="pl-notice"
          tone={notice.tone}
          said={notice}
          shownFor={SHOWN_FOR[notice.tone]}
          onLeave={dismissNotice}
        >
          <Glyph size={18} aria-hidden="true" />
          <span>{notice.text}</span>
          <button type="button" aria-label="Dismiss" onClick={dismissNotice}>
            <X size={16} aria-hidden="true" />
          </button>
        </PassingLine>
      )}
    </div>
  );
};
