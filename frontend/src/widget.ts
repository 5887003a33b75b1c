// The player as an anywidget module, for notebooks.
import { render } from "./player/render.tsx";

export default { render };
