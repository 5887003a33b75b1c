// Shows JupyterLite its own service workers alone.
// It would take the site's worker for its own, and so never register the one through which kernels reach files;
// and before that it unregisters all that an origin has, which would take a saved course from the device.
const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;

if (container && document.currentScript instanceof HTMLScriptElement) {
  const home = new URL(".", document.currentScript.src).href;
  const controller = Object.getOwnPropertyDescriptor(ServiceWorkerContainer.prototype, "controller");
  const all = container.getRegistrations.bind(container);
  Object.defineProperties(container, {
    controller: {
      get: () => {
        const worker: ServiceWorker | null = controller?.get?.call(container) ?? null;
        return worker?.scriptURL.startsWith(home) ? worker : null;
      },
    },
    getRegistrations: { value: async () => (await all()).filter(({ scope }) => scope.startsWith(home)) },
  });
}
