/** EC2's code and a plain sentence, beside what was refused. */
export const Refused = ({ text }: Readonly<{ text: string | undefined }>) =>
  text === undefined ? null : (
    <p className="pl-fault" role="alert">
      {text}
    </p>
  );
