// What an app's own file holds before anybody types: the language server is told otherwise.
export {};
