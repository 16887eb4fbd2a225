// expect: proven write
__asm__(".text\n.globl write\nwrite:\n  mov %rdx, %rax\n  ret\n");
