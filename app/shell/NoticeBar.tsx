import { CircleAlert, Info, X } from "lucide-react";
import { useEffect } from "react";
import { pathlight, usePathlight } from "../store/store";

const INFO_FOR = 5_000;

/** Something said in passing: a refusal with its reason, or that something was done. Errors stay until dismissed. */
export const NoticeBar = () => {
  const notice = usePathlight((state) => state.notice);
  const { dismissNotice } = pathlight.getState();
  useEffect(() => {
    if (notice?.tone !== "info") return;
    const timer = setTimeout(dismissNotice, INFO_FOR);
    return () => clearTimeout(timer);
  }, [notice, dismissNotice]);
  return (
    <div className="pl-notice-place" role={notice?.tone === "error" ? "alert" : "status"}>
      {notice && (
        <div className="pl-notice" data-tone={notice.tone}>
          {notice.tone === "error" ? (
            <CircleAlert size={18} aria-hidden="true" />
          ) : (
            <Info size={18} aria-hidden="true" />
          )}
          <span>{notice.text}</span>
          <button type="button" aria-label="Dismiss" onClick={dismissNotice}>
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
};
