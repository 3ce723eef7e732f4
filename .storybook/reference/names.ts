/** `AssetViewer` as it is in classes and file names: `asset-viewer`. */
export function kebab(name: string): string {
  return name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
}
