// The script of the pages with a virtual patient: no other page pays for it.
import { mountCases } from "./page/cases.ts";

mountCases(document);
