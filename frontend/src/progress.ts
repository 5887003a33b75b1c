// The script of the progress page: no other page pays for it.
import { mountProgress } from "./progress/page/mount.tsx";

mountProgress(document);
