// The types of every style sheet: compilers ask for some of whatever is imported, and a sheet exports nothing that has a name.
export {};
