// What a home gives a player: the anywidget contract, and the keys this project keeps in it.

/** The part of anywidget's model that a player uses. */
export interface Model {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
}
