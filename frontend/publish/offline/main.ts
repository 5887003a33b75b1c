// Offline use, as one script that pages fetch once they have loaded: a first question needs none of it.
import { startOffline } from "./start.ts";

startOffline();
