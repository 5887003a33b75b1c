// The one script of a book page: it mounts the players, wires the register's search, and wakes the charts.
import { wireCharts } from "./page/charts.ts";
import { mountQuizzes } from "./page/quizzes.ts";
import { wireRegister } from "./page/register.ts";

mountQuizzes(document);
wireRegister(document);
wireCharts(document);
