       IDENTIFICATION DIVISION.
       PROGRAM-ID. REFDIV.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 L PIC X(10) VALUE "ABCDEFGHIJ".
       01 N PIC 9 VALUE 5.
       01 M PIC 9 VALUE 2.
       01 P PIC 9 COMP VALUE 3.
       PROCEDURE DIVISION.
           DISPLAY L(N / M * M:1)
           DISPLAY L((N / M) * M:1)
           DISPLAY L(1:N / M * M)
           DISPLAY L(P / M * M:1)
           DISPLAY L(N / 2 + N / 2:1)
           DISPLAY L(7 / 2 * 2:1)
           STOP RUN.
