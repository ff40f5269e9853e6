import { answered, ENGINE_DIED, type EngineConnection, type RemoteEngine } from "./engine-connection";

/** Where questions wait until an engine is loaded. */
type Door = Readonly<{ whenOpen: Promise<EngineConnection>; open(connection: EngineConnection): void }>;

const closedDoor = (): Door => {
  let open: Door["open"] = () => undefined;
  const whenOpen = new Promise<EngineConnection>((resolve) => {
    open = resolve;
  });
  return { whenOpen, open };
};

/** How often a view's question is put again to the next engine when one dies over it. */
const TRIES = 3;

export type EngineHost = Readonly<{
  connection(): EngineConnection;
  /** The engine of now has been loaded: questions that waited for it are put. */
  loaded(): void;
  restart(): void;
  ask<Value>(put: (engine: RemoteEngine) => Promise<Value>): Promise<Value>;
}>;

/** Keeps one engine: the present connection, and a door at which questions wait until it is loaded. */
export const engineHost = (connect: () => EngineConnection, onDeath: () => void): EngineHost => {
  let door = closedDoor();
  let isOpen = false;
  let present = start();

  function start(): EngineConnection {
    const connection = connect();
    connection.died.then(() => {
      if (connection !== present) return;
      shut();
      onDeath();
    });
    return connection;
  }

  /** A door that never opened stays: questions are waiting at it. */
  function shut(): void {
    if (isOpen) door = closedDoor();
    isOpen = false;
  }

  const ask = async <Value>(put: (engine: RemoteEngine) => Promise<Value>, tries = TRIES): Promise<Value> => {
    const connection = await door.whenOpen;
    try {
      return await answered(connection, put(connection.engine));
    } catch (error) {
      const died = error instanceof Error && error.message === ENGINE_DIED;
      if (!died || tries <= 1) throw error;
      return ask(put, tries - 1);
    }
  };

  return {
    connection: () => present,
    loaded: () => {
      isOpen = true;
      door.open(present);
    },
    restart: () => {
      shut();
      present.close();
      present = start();
    },
    ask: (put) => ask(put),
  };
};
