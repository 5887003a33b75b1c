// The script of the register's page: no other page pays for its search.
import { wireRegister } from "./page/register.ts";

wireRegister(document);
