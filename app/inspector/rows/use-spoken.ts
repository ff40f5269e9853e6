import { useEffect, useRef, useState } from "react";

/** In milliseconds: after that nobody is typing, and speech does not talk into keystrokes. */
const PAUSE = 800;

/** A text for a live region, which follows `text` once it has stood for a while. What stood there from the start is not said. */
export const useSpoken = (text: string): string => {
  const [spoken, setSpoken] = useState("");
  const known = useRef(text);
  useEffect(() => {
    if (text === known.current) return;
    known.current = text;
    const timer = setTimeout(() => setSpoken(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
};
