// The one script of a book page: it mounts the players, and wakes what else a page may hold.
import { wireCharts } from "./page/charts.ts";
import { uncover } from "./page/covered.ts";
import { mountQuizzes } from "./page/quizzes.ts";
import { wireTerms } from "./page/terms.ts";

mountQuizzes(document);
wireCharts(document);
wireTerms(document);
uncover();
