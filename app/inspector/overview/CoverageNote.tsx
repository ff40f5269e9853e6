import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { assumptionText, notJudgedText } from "../../../engine";
import { usePathlight } from "../../store/store";

/** What the arrows and verdicts speak about, and what they leave out. */
export const CoverageNote = () => {
  const { notJudged, assumptions } = usePathlight(({ analysis }) => analysis.coverage);
  return (
    <div className="pl-coverage">
      <ExpandableSection headerText="What verdicts cover" variant="footer">
        <p className="pl-text">
          Verdicts follow the whole path: security groups, network ACLs, routes, gateways and addresses.
        </p>
        <Sentences title="Taken for granted" sentences={assumptions.map(assumptionText)} />
        <Sentences title="Not looked at" sentences={notJudged.map(notJudgedText)} />
      </ExpandableSection>
    </div>
  );
};

type Props = Readonly<{ title: string; sentences: readonly string[] }>;

const Sentences = ({ title, sentences }: Props) =>
  sentences.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul className="pl-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
