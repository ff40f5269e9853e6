import { lazy, Suspense, useEffect, useState } from "react";
import { answerForVpc, type NewVpcAnswer } from "./new-vpc-question";

const NewVpcDialog = lazy(() =>
  import("./NewVpcDialog").then(({ NewVpcDialog: component }) => ({ default: component })),
);

type Asked = Readonly<{ answer(answer: NewVpcAnswer | null): void }>;

/** Where the question about a new VPC appears; mounted once. */
export const NewVpc = () => {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => answerForVpc((answer) => setAsked({ answer })), []);
  if (!asked) return null;
  const done = (answer: NewVpcAnswer | null) => {
    setAsked(null);
    asked.answer(answer);
  };
  return (
    <Suspense fallback={null}>
      <NewVpcDialog onAnswer={done} />
    </Suspense>
  );
};
