// The case player as an anywidget module, for notebooks.
import { render } from "./patient/render.tsx";

export default { render };
