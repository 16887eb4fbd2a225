// expect: proven AnnotateIgnoreWritesBegin
extern "C" void AnnotateIgnoreWritesBegin(const char*, int);
void touch() { AnnotateIgnoreWritesBegin(__FILE__, __LINE__); }  // here
