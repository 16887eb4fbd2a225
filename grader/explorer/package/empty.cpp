// An explored program's executable has no code of its own: the program lies in a shared library, and `main` is the
// explorer's.
