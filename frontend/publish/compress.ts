// Compressed copies beside what compresses well, for hosts that send them.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { filesOf, isOurs } from "./files.ts";

const TEXT = /\.(html|css|js|json|svg|webmanifest|txt|xml|ipynb)$/;
/** Bytes under which a copy saves nothing worth a file. */
const SMALL = 1024;

/** Writes `.gz` and `.br` beside every text of the site. */
export async function compressed(site: string): Promise<void> {
  for (const path of (await filesOf(site)).filter((each) => TEXT.test(each) && isOurs(each))) {
    const content = await readFile(join(site, path));
    if (content.length < SMALL) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
    const [zipped, brotli] = await Promise.all([
      promisify(gzip)(content, { level: 9 }),
      promisify(brotliCompress)(content, { params }),
    ]);
    await writeFile(join(site, `${path}.gz`), zipped);
    await writeFile(join(site, `${path}.br`), brotli);
  }
}
