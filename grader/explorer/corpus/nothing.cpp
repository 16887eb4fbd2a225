// The explored program lies in a shared library; its explorer in an archive. An executable needs a file of its own.
