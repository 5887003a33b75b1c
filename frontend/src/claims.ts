// The script of the pages where a reader judges claims: no other page pays for it.
import { wireClaimChecks } from "./page/claim-check.tsx";

wireClaimChecks(document);
