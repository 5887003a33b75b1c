// The site's service worker: after one visit the course is on the device, whole and of one version.
import { clientsClaim } from "workbox-core";
import { type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope;
/** Every file to save, with its content's hash; the build writes it. */
declare const SAVED: PrecacheEntry[];
/** The page that says what is not on the device. */
declare const OFFLINE_PAGE: string;

// `search.html?q=night` is the search's page, and `8-patients/` its index.
precacheAndRoute(SAVED, {
  ignoreURLParametersMatching: [/./],
  directoryIndex: "index.html",
  cleanURLs: false,
});

// A page that isn't saved (JupyterLite) comes from the network; without one its reader is told what is on the device.
registerRoute(
  new NavigationRoute(async ({ request }) => {
    const told = () => Response.redirect(new URL(OFFLINE_PAGE, self.registration.scope).href);
    return fetch(request).catch(told);
  }),
);

// A page that was open before the first worker stood may come offline too. Later workers wait: see below.
clientsClaim();

// A new version takes over when its reader agrees, or by itself when no page of the old one is open.
self.addEventListener("message", ({ data }) => {
  if (data === "take over") void self.skipWaiting();
});
