import { Component, type ReactNode } from "react";

type Props = Readonly<{ children: ReactNode }>;
type State = Readonly<{ error: Error | null }>;

/** A mistake in a view ends here: the design is saved in the browser and opens again on reload. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <div className="pl-empty pl-crash" role="alert">
        <h2>Something in Pathlight broke</h2>
        <p>
          Your design is saved in this browser. Reload the page to go on. What went wrong:{" "}
          {this.state.error.message}
        </p>
        <button type="button" className="pl-button pl-button--primary" onClick={() => location.reload()}>
          Reload
        </button>
      </div>
    );
  }
}
