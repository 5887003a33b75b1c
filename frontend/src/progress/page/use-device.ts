// The device's entries, up to date: after what is done here, in another tab, or on a page that was gone back from.
import { useEffect, useState } from "preact/hooks";
import { hearAny, loadAll } from "../../page/storage.ts";
import { type Entries, NewerError } from "../layout.ts";

/** What the device says. */
export type Device =
  | { readonly state: "asked" }
  | { readonly state: "refused" | "newer" }
  | { readonly state: "read"; readonly entries: Entries };

/** The device, and what asks it again. */
export function useDevice(): [Device, () => Promise<void>] {
  const [device, set] = useState<Device>({ state: "asked" });
  const read = async () => {
    try {
      set({ state: "read", entries: await loadAll() });
    } catch (error) {
      set({ state: error instanceof NewerError ? "newer" : "refused" });
    }
  };
  useEffect(() => {
    void read();
    hearAny(read);
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) void read();
    });
  }, []);
  return [device, read];
}
