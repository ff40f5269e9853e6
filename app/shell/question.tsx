import { useEffect, useRef, useState } from "react";
import "../ui/dialog.css";

type Asked = Readonly<{ title: string; text: string; yes: string; answer(sure: boolean): void }>;

let show: ((asked: Asked) => void) | null = null;

/** Asks the user something with yes or no; false when there is nobody to ask. */
export const ask = (title: string, text: string, yes: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (show) show({ title, text, yes, answer: resolve });
    else resolve(false);
  });

/** Where questions appear; mounted once. */
export const Questions = () => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    show = setAsked;
    return () => {
      show = null;
    };
  }, []);
  useEffect(() => {
    if (asked) dialog.current?.showModal();
  }, [asked]);
  if (!asked) return null;
  const close = (sure: boolean) => {
    asked.answer(sure);
    setAsked(null);
  };
  return (
    <dialog ref={dialog} className="pl-dialog" aria-labelledby="pl-question" onCancel={() => close(false)}>
      <h2 id="pl-question">{asked.title}</h2>
      <p>{asked.text}</p>
      <div className="pl-dialog__actions">
        <button type="button" className="pl-button" onClick={() => close(false)}>
          Cancel
        </button>
        <button type="button" className="pl-button pl-button--danger" onClick={() => close(true)}>
          {asked.yes}
        </button>
      </div>
    </dialog>
  );
};
