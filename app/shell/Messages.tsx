import { ChangeToast } from "./ChangeToast";
import { NoticeBar } from "./NoticeBar";
import { Questions } from "./question";

/** What Pathlight says and asks in passing. Comes right after the first paint. */
export const Messages = () => (
  <>
    <div className="pl-said">
      <ChangeToast />
      <NoticeBar />
    </div>
    <Questions />
  </>
);
