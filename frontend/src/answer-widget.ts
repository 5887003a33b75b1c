// A question of an exercise as an anywidget module: it keeps an answer, and tells nothing of right and wrong.
import { render } from "./player/collect/render.tsx";

export default { render };
